import { NOTE_COLOURS, NOTE_INK } from '@escale/shared'

const papers = (theme: 'light' | 'dark'): string =>
  NOTE_COLOURS.map((colour, i) => `--note-${i}:${colour[theme]}`).join(';')

const notes = NOTE_COLOURS.map((_, i) => `.c${i}{background:var(--note-${i})}`).join('\n')

/** Paper and ink; the same page on a phone, a wall screen and A4. */
export const style = `
:root{color-scheme:light dark;--paper:#fdfaf3;--panel:#f3ecdd;--ink:#231f1a;--quiet:#5d564b;--line:#ded4c0;--accent:#8a3b12;--note-ink:${NOTE_INK.light};${papers('light')}}
@media (prefers-color-scheme:dark){:root{--paper:#1d1a16;--panel:#2a2620;--ink:#f4eee2;--quiet:#bdb3a3;--line:#474036;--accent:#f0b48c;--note-ink:${NOTE_INK.dark};${papers('dark')}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 'Atkinson Hyperlegible Next',system-ui,sans-serif}
header,nav,main{max-width:72rem;margin:0 auto;padding:0 clamp(1rem,4vw,3rem)}
header{padding-top:clamp(2rem,6vw,4.5rem);padding-bottom:1.5rem}
h1{font-size:clamp(1.8rem,1.2rem + 2.6vw,3.2rem);line-height:1.12;margin:.3rem 0 .8rem;letter-spacing:-.015em;max-width:30ch;text-wrap:balance}
h2{font-size:clamp(1.35rem,1.1rem + 1vw,1.9rem);line-height:1.2;margin:0 0 .6rem;letter-spacing:-.01em;text-wrap:balance}
h3{font-size:1.15rem;line-height:1.3;margin:1.8rem 0 .7rem}
h4,h5,h6{font-size:1.05rem;margin:1.4rem 0 .4rem}
p,ul,ol,blockquote,pre,table,figure{margin:0 0 1rem}
a{color:var(--accent);text-underline-offset:.15em;overflow-wrap:anywhere}
.over{margin:0;color:var(--accent);font-weight:700;letter-spacing:.02em}
.facts,.count,.quiet{color:var(--quiet)}
.facts{margin:0}
.count{font-weight:400;font-size:.9em;margin-inline-start:.5rem}
nav{padding-bottom:1rem}
nav ol{columns:18rem;column-gap:2.5rem;margin:0;padding:1.1rem 0 1.1rem 1.6rem;border-block:1px solid var(--line)}
nav li{break-inside:avoid;padding:.15rem 0}
main>section{padding:clamp(1.6rem,4vw,2.8rem) 0;border-bottom:1px solid var(--line)}
main>section:last-child{border-bottom:0}
.asked{max-width:68ch;color:var(--quiet);border-inline-start:3px solid var(--line);padding-inline-start:1rem;margin-bottom:1.2rem}
.asked>:last-child,.prose>:last-child{margin-bottom:0}
.prose{max-width:68ch;margin-bottom:1rem}
blockquote{margin-inline:0;padding-inline-start:1rem;border-inline-start:3px solid var(--accent);max-width:68ch}
pre{overflow-x:auto;padding:.8rem;background:var(--panel);border-radius:.4rem}
table{border-collapse:collapse;max-width:100%}
th,td{text-align:start;vertical-align:top;padding:.4rem .7rem;border:1px solid var(--line)}
.notes{list-style:none;padding:0;columns:14.5rem;column-gap:.9rem;margin:0 0 1rem}
.note{break-inside:avoid;color:var(--note-ink);border-radius:.3rem;padding:.75rem .9rem;margin:0 0 .9rem;box-shadow:0 1px 3px rgb(0 0 0/.18)}
ul .note img{display:block;max-width:100%;height:auto;max-height:26rem;width:auto;margin:0 auto .5rem;border-radius:.2rem}
.drawn{display:block;width:100%;height:auto;margin:0 0 .5rem;fill:none;stroke:currentColor;stroke-linecap:round;stroke-linejoin:round}
.note a{color:inherit}
.question{white-space:pre-line}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.4rem 1.4rem;padding:0}
.letter{display:inline-grid;place-items:center;inline-size:1.6em;block-size:1.6em;border-radius:.25rem;box-shadow:0 0 0 1px rgb(0 0 0/.3);color:var(--note-ink);font-weight:700;line-height:1}
.stacks{display:flex;flex-wrap:wrap;gap:.9rem;margin:0 0 .9rem}
.stack{min-width:0;max-width:100%;border:1px solid var(--line);border-radius:.5rem;padding:.7rem .8rem;box-decoration-break:clone;-webkit-box-decoration-break:clone;break-inside:avoid}
.s1{flex:1 1 15rem}
.s2{flex:2 1 30rem}
.s3{flex:3 1 45rem}
.s4{flex:1 1 100%;break-inside:auto}
.stack .notes{margin:0}
.stack h4{margin:0 0 .6rem;break-after:avoid}
.text{display:block;white-space:pre-wrap;overflow-wrap:anywhere}
.category{display:block;margin-top:.5rem;font-size:.88em}
.weight{display:block;margin-top:.4rem;font-size:.88em;font-weight:700}
.who{display:block;margin-top:.4rem;font-size:.88em;opacity:.85}
.words{list-style:none;display:flex;flex-wrap:wrap;gap:.5rem;padding:0}
.words li{background:var(--panel);border-radius:1rem;padding:.15rem .8rem}
.story{max-width:68ch;background:var(--panel);border-radius:.5rem;padding:1.1rem 1.3rem;margin:0 0 1rem;break-inside:avoid-page}
.groups{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,22rem),1fr));gap:1rem}
.group{background:var(--panel);border-radius:.5rem;padding:1rem 1.2rem;break-inside:avoid}
.group h3{margin-top:0}
.people{columns:14rem;padding-inline-start:1.2rem}
figure img{max-width:100%;height:auto;max-height:80vh;border-radius:.4rem;display:block}
figcaption{color:var(--quiet);font-size:.92em;margin-top:.4rem}
${notes}
@media print{
:root{color-scheme:light;--paper:#fff;--panel:#f6f1e6;--ink:#000;--quiet:#444;--line:#ccc;--accent:#6d2c0b;--note-ink:${NOTE_INK.light};${papers('light')}}
@page{margin:14mm}
.s1{flex-basis:5cm}
.s2{flex-basis:10cm}
.s3{flex-basis:15cm}
.letter{print-color-adjust:exact;-webkit-print-color-adjust:exact}
body{font-size:10.5pt}
header,nav,main{max-width:none;padding-inline:0}
header{padding-top:0}
nav{display:none}
h1,h2,h3,h4{break-after:avoid}
.notes{columns:4 5cm;column-gap:3mm}
.note{margin-bottom:3mm;padding:2.5mm 3mm;box-shadow:none;border:.3mm solid rgb(0 0 0/.18);print-color-adjust:exact;-webkit-print-color-adjust:exact}
.story,.group,.words li{print-color-adjust:exact;-webkit-print-color-adjust:exact}
main>section{padding:6mm 0}
figure img{max-height:18cm}
.link a::after{content:' — ' attr(href);font-size:.85em;word-break:break-all}
}
`
