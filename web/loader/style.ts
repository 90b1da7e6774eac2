/** The panel covers the whole screen: it then acts as a modal sheet. */
export const SHEET = '(max-width:480px),(max-height:420px)';

/** Adopted by the shadow root: no inline style, so the page's policy needs no exception. Colours can be set from the page. */
export const STYLE = `:host{all:initial;--b:var(--guichet-brand,#1f4e8c);--i:var(--guichet-on-brand,#fff);font:1rem/1.4 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif}
.h{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
[hidden]{display:none!important}
.b,.p{position:fixed;z-index:2147483000;right:1.5rem;bottom:1.5rem;box-shadow:0 .15rem .6rem #0005}
.b{display:flex;align-items:center;gap:.6rem;min-height:3rem;padding:.6rem 1.2rem;border:2px solid var(--i);border-radius:2rem;background:var(--b);color:var(--i);font:inherit;font-weight:600;cursor:pointer}
.b:hover{text-decoration:underline}
.b:focus-visible{outline:4px solid var(--guichet-focus,#b3520a)}
svg{width:1.4rem;fill:none;stroke:currentColor;stroke-width:2;stroke-linejoin:round}
.n{min-width:1.5rem;border-radius:1rem;background:#a3211b;color:#fff}
.p{bottom:5.5rem;width:min(26rem,100vw - 3rem);height:min(44rem,100vh - 7rem);border-radius:.75rem;background:#fff;border:1px solid #8888;overflow:hidden}
.l{width:min(46rem,100vw - 3rem);height:calc(100vh - 7rem)}
iframe{display:block;width:100%;height:100%;border:0;color-scheme:light dark}
.f{padding:2rem;color:#1d2430}
:host(:is([position=gauche],[position=left])) :is(.b,.p){right:auto;left:1.5rem}
@media${SHEET}{.p.p{inset:0 0 auto;width:100%;height:100vh;height:100dvh;border-radius:0;box-sizing:border-box;padding:env(safe-area-inset-top) 0 env(safe-area-inset-bottom)}}
@media(prefers-color-scheme:dark){.p{background:#191f28}.f,a{color:#e9edf3}}
@media print{section{display:none}}`;
