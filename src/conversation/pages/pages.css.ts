/** The look of the pages that the service renders itself, served at /w/pages.css. System fonts, no colour of the State. */
export const PAGES_CSS = `:root{color-scheme:light dark;--page:#f4f5f7;--surface:#fff;--raised:#eef1f6;--line:#d3d8e0;--edge:#6b7382;--text:#1d2430;--soft:#4a5363;--link:#1f4e8c;--brand:#1f4e8c;--on-brand:#fff;--mine:#e3ecf8;--warn:#fdf3e0;--warn-edge:#9a6410;--alert:#a3211b;--alert-wash:#fdecea;--focus:#b3520a}
@media(prefers-color-scheme:dark){.plain{--page:#12161d;--surface:#191f28;--raised:#222a36;--line:#3a4454;--edge:#8b95a6;--text:#e9edf3;--soft:#b7c0cd;--link:#9cc3f5;--brand:#9cc3f5;--on-brand:#10203a;--mine:#22344f;--warn:#3a2e17;--warn-edge:#c9963f;--alert:#ffb3ac;--alert-wash:#43211f;--focus:#ffb45e}.town{color-scheme:light}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);font:1rem/1.55 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif;overflow-wrap:break-word}
h1,h2,h3{line-height:1.25;margin:0 0 .6rem}h1{font-size:1.7rem}h2{font-size:1.3rem}h3{font-size:1.05rem}
p,ul,ol,dl,table{margin:0 0 .8rem}
a{color:var(--link)}a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
.skip{position:absolute;left:-999rem}.skip:focus{left:.5rem;top:.5rem;z-index:9;padding:.5rem 1rem;background:var(--surface)}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.plain main,.plain .bar,.plain .foot{max-width:44rem;margin:0 auto;padding:1rem}
.plain main{background:var(--surface);border:1px solid var(--line);border-radius:.6rem}
.plain .bar{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.3rem 1rem}.plain .bar p{margin:0;font-weight:600}
.log{list-style:none;margin:0;padding:0}.log>li{margin:0 0 1rem;padding:.8rem 1rem;border:1px solid var(--line);border-radius:.6rem;background:var(--raised)}
.log>.citizen{margin-left:8%;background:var(--mine)}.log>.agent{border-left:.3rem solid #16624a}.log>.system{background:none;border-style:dashed;color:var(--soft)}
.log .who{margin:0 0 .3rem;font-weight:600;font-size:.9rem}.log p:last-child,.log ul:last-child{margin-bottom:0}
.log ul{list-style:disc}.log .text{white-space:pre-wrap}
.call{border-left:.3rem solid var(--edge);padding:.5rem .8rem;margin:0 0 .8rem;background:var(--surface)}.call.warning{border-color:var(--warn-edge);background:var(--warn)}
.card{border:1px solid var(--line);border-radius:.5rem;padding:.6rem .8rem;margin:0 0 .8rem;background:var(--surface)}
.scroll{overflow-x:auto}table{border-collapse:collapse}th,td{border:1px solid var(--line);padding:.3rem .6rem;text-align:left;vertical-align:top}
.source{font-size:.9rem;color:var(--soft)}
form{margin:0}.buttons{display:flex;flex-wrap:wrap;gap:.5rem;margin:.6rem 0}
button{font:inherit;min-height:2.75rem;padding:.4rem .9rem;border:1px solid var(--edge);border-radius:.5rem;background:var(--surface);color:var(--link);cursor:pointer;text-align:left}
button.main{background:var(--brand);border-color:var(--brand);color:var(--on-brand);font-weight:600}button:hover{text-decoration:underline}
label{display:block;font-weight:600;margin:.6rem 0 .2rem}.hint{display:block;font-weight:400;color:var(--soft);font-size:.92rem}
textarea,input[type=text],input[type=email],input[type=tel]{width:100%;font:inherit;padding:.5rem .6rem;border:1px solid var(--edge);border-radius:.4rem;background:var(--surface);color:var(--text)}
.tick{display:flex;gap:.6rem;align-items:flex-start;font-weight:400}.tick input{width:1.5rem;height:1.5rem;flex:none;margin:0}
.error{border:2px solid var(--alert);background:var(--alert-wash);padding:.7rem 1rem;border-radius:.5rem;margin:0 0 1rem}.banner-text{border:2px solid var(--warn-edge);background:var(--warn);padding:.7rem 1rem;border-radius:.5rem;margin:0 0 1rem}
details{margin:.6rem 0}summary{cursor:pointer;padding:.5rem 0;color:var(--link)}
.compose{margin-top:1rem;padding-top:1rem;border-top:1px solid var(--line)}
.foot ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.3rem 1.2rem}
.foot a,.bar a,nav a{display:inline-block;padding:.2rem 0;min-height:1.5rem}
.town{background:#fff}.town .wide{max-width:70rem;margin:0 auto;padding:0 1rem}
.fiction{margin:0;padding:.4rem 1rem;background:#163b6c;color:#fff;text-align:center;font-size:.9rem}.fiction a{color:#fff}
.banner{border-bottom:1px solid var(--line)}.banner .wide{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.5rem 2rem;padding-block:.8rem}
.brand{display:flex;gap:.8rem;align-items:center;margin:0;font-size:1.15rem}.motto{display:block;font-size:.85rem;color:var(--soft)}
nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;list-style:none;margin:0;padding:0}nav a{color:var(--text);text-decoration:none;font-weight:600;padding:.4rem 0}nav a:hover{text-decoration:underline}
.hero{position:relative;background:#e8f0f7}.picture{display:block;width:100%;height:16rem}.hero .wide{padding-block:1.4rem}.hero p{max-width:46rem;font-size:1.1rem;margin:0}
.town section,.town section.wide{padding-block:1.6rem}.cards{list-style:none;padding:0;display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,17rem),1fr))}
.cards li{border:1px solid var(--line);border-top:.25rem solid var(--brand);border-radius:.4rem;padding:1rem}.cards p{margin:0;color:var(--soft)}
.columns{display:grid;gap:0 3rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr))}
.news{list-style:none;padding:0}.news li{padding:.7rem 0;border-top:1px solid var(--line)}.news time{color:var(--soft);font-size:.9rem}.news p{margin:0;font-weight:600}
.hall dt{font-weight:600}.hall dd{margin:0 0 .4rem}
.town .foot{background:#1d2d44;color:#fff;margin-top:2rem;padding:1.4rem 0 6rem}.town .foot a{color:#fff}
@media(forced-colors:active){button{border:1px solid}}
@media print{.compose,.buttons,.skip,form,details{display:none}}
`;
