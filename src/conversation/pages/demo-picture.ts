import { markup } from './markup.js';

/** Hills, a river and a small town at the end of the day: drawn here, fetched from nowhere. */
export const demoPicture = markup`<svg class="picture" viewBox="0 0 1200 320" preserveAspectRatio="xMidYMax slice" aria-hidden="true" focusable="false">
<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#cfe3f5"/><stop offset="1" stop-color="#fdf1dc"/></linearGradient></defs>
<path fill="url(#sky)" d="M0 0h1200v320H0z"/><circle cx="905" cy="112" r="44" fill="#fbd58a"/>
<path fill="#a9c5d6" d="M0 190c120-50 220-70 330-30s190 40 300-10 250-60 350-20 150 20 220-6v196H0z"/>
<path fill="#8db38b" d="M0 228c160-52 300-40 420-12s260 30 400-14 270-30 380 4v114H0z"/>
<path fill="#6f9d63" d="M0 262c180-34 330-30 520-6s420 16 680-16v80H0z"/>
<path fill="#5b8b52" d="M40 252l160-14 10 6-170 16zm0 16l190-14 10 6-200 16zm930-26l200-18v8l-195 20zm6 18l194-18v8l-190 20z" opacity=".7"/>
<g fill="#f6ead7"><path d="M520 176h40v64h-40zm46 22h60v44h-60zm66-12h46v58h-46zm52 20h56v40h-56zm-222 6h54v34h-54zm286-8h44v42h-44z"/></g>
<g fill="#b4573f"><path d="M560 198l36-20 36 20zm66-12l29-22 29 22zm52 20l34-20 34 20zm-222 6l33-18 33 18zm286-8l28-18 28 18z"/></g>
<path fill="#6b7f99" d="M516 176l24-62 24 62z"/><path fill="#4b5d75" d="M538.500 98h3v18h-3z"/>
<g fill="#7f95ad"><path d="M532 190h6v12h-6zm10 0h6v12h-6zm32 20h8v12h-8zm20 0h8v12h-8zm46-12h8v12h-8zm16 0h8v12h-8zm44 18h8v12h-8zm18 0h8v12h-8z"/></g>
<path fill="#9fc4dd" d="M0 300c150-26 320-4 480-10s330-34 720-14v44H0z"/><path fill="#c6deed" d="M120 302c120-12 260 0 380-4-120 12-240 14-380 4zm560-10c120-8 260-10 380-2-120 4-240 8-380 2z"/>
</svg>`;
