/**
 * The one style sheet of the server-rendered pages. A constant, so that the policy can name its hash. Fields that belong
 * to one decision are hidden by `:has` until it is chosen; a browser without `:has` shows them all, and works.
 */
export const STYLE = `
:root{color-scheme:light dark;--ink:#17212b;--muted:#4c5965;--line:#ccd4db;--page:#f3f5f7;--card:#fff;--accent:#0b4f86;--accent-ink:#fff;--soft:#e8f0f7;--warn:#9b1c1c;--warn-soft:#fdeeee;--focus:#ffb100}
@media (prefers-color-scheme:dark){:root{--ink:#eceff2;--muted:#b3bec8;--line:#45525e;--page:#12181d;--card:#1b242b;--accent:#8cc4f5;--accent-ink:#0c1a26;--soft:#22323f;--warn:#ffb3ad;--warn-soft:#3a2221}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--ink);font:1.0625rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
.top{border-top:.375rem solid var(--accent);background:var(--card);border-bottom:1px solid var(--line)}
.top p,.foot p{margin:0;padding:.875rem 1rem;max-width:48rem;margin-inline:auto}
.top strong{font-size:1.125rem}
.top span{display:block;color:var(--muted);font-size:.9375rem}
.foot{color:var(--muted);font-size:.9375rem}
main{max-width:48rem;margin:0 auto;padding:1.5rem 1rem 2rem}
h1{font-size:1.625rem;line-height:1.25;margin:0 0 .5rem}
h2{font-size:1.25rem;line-height:1.3;margin:0 0 .75rem}
h3{font-size:1.0625rem;margin:1.25rem 0 .375rem}
p,ul,ol,dl{margin:0 0 .75rem}
a{color:var(--accent);text-underline-offset:.15em}
h1+.lead+p{margin-bottom:1.25rem}
section,.card{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:1.25rem;margin:0 0 1.25rem}
.code{font-family:ui-monospace,"SF Mono","DejaVu Sans Mono",Consolas,monospace;white-space:nowrap}
.lead{color:var(--muted)}
.quote{white-space:pre-wrap;border-left:.25rem solid var(--accent);padding:.25rem 0 .25rem 1rem;margin:0 0 1rem}
.facts{display:grid;grid-template-columns:minmax(0,1fr);gap:.125rem 1.25rem}
.facts dt{color:var(--muted);font-size:.9375rem}
.facts dd{margin:0 0 .625rem}
section>:last-child,.card>:last-child,details>:last-child{margin-bottom:0}
.tag{display:inline-block;padding:.0625rem .5rem;border-radius:.25rem;background:var(--soft);font-size:.9375rem;font-weight:600}
.tag.warn{background:var(--warn-soft);color:var(--warn)}
.late{color:var(--warn);font-weight:600}
.steps{list-style:none;padding:0}
.steps li{border-left:.1875rem solid var(--line);padding:0 0 .875rem 1rem}
.steps li:last-child{padding-bottom:0}
.steps time{display:block;color:var(--muted);font-size:.9375rem}
.note{background:var(--soft);border-radius:.375rem;padding:.75rem 1rem}
.tasks{list-style:none;padding:0}
.tasks h3{margin-top:0}
summary{cursor:pointer;color:var(--accent);font-weight:600;padding:.375rem 0}
fieldset{border:0;margin:0 0 1rem;padding:0;min-width:0}
legend{font-weight:600;padding:0;margin:0 0 .5rem}
label{font-weight:600;display:block}
.choice{display:grid;grid-template-columns:2rem minmax(0,1fr);align-items:start;padding:.4375rem 0}
.choice input{width:1.375rem;height:1.375rem;margin:.125rem 0 0;accent-color:var(--accent)}
.choice label{padding:.0625rem 0}
.choice .hint{grid-column:2}
.hint{color:var(--muted);margin:.125rem 0 .375rem;font-weight:400;font-size:.9375rem}
.hint span{display:block}
.summary:focus-visible{box-shadow:none}
.panel{margin:.25rem 0 .75rem .625rem;padding:.5rem 0 .25rem 1.25rem;border-left:.25rem solid var(--line)}
.field{margin:0 0 1.125rem}
.field.wrong,fieldset.wrong{border-left:.25rem solid var(--warn);padding-left:.875rem}
.error{color:var(--warn);font-weight:600;margin:.125rem 0 .375rem}
input[type=text],input[type=date],select,textarea{font:inherit;color:inherit;background:var(--card);width:100%;max-width:100%;padding:.5625rem .6875rem;border:1px solid var(--muted);border-radius:.25rem}
input[type=date]{max-width:14rem}
input[type=file]{font:inherit;max-width:100%}
textarea{min-height:8rem;resize:vertical}
.inline .choice{display:inline-grid;margin-right:1.25rem}
button{font:inherit;font-weight:600;padding:.75rem 1.5rem;border:0;border-radius:.375rem;background:var(--accent);color:var(--accent-ink);cursor:pointer;min-height:2.75rem}
button:hover{text-decoration:underline}
:focus-visible{outline:.1875rem solid var(--focus);outline-offset:.125rem;box-shadow:0 0 0 .125rem var(--ink)}
.summary{border:.1875rem solid var(--warn);background:var(--card);border-radius:.5rem;padding:1rem 1.25rem;margin:0 0 1.25rem}
.summary h2{color:var(--warn)}
.summary a{color:var(--warn);font-weight:600}
.summary ul{margin:0;padding-left:1.25rem}
.done{border-left:.375rem solid var(--accent)}
.photos{display:flex;flex-wrap:wrap;gap:.75rem;list-style:none;padding:0}
.photos img{display:block;max-width:100%;width:9rem;height:9rem;object-fit:cover;border:1px solid var(--line);border-radius:.25rem;background:var(--soft)}
.skip{position:absolute;left:-999rem}
.skip:focus{position:static;display:block;padding:.5rem 1rem;background:var(--card)}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@supports selector(:has(a)){
.for.for{display:none}
form:has(#decision-accept:checked) .for-accept,form:has(#decision-resolve:checked) .for-resolve,form:has(#decision-reject:checked) .for-reject,form:has(#decision-transfer:checked) .for-transfer,form:has(#decision-beyond-competence:checked) .for-beyond-competence,form:has(#decision-extend:checked) .for-extend,form:has(#decision-note:checked) .for-note,form:has(#decision-ask:checked) .for-ask,form:has(#decision-guide:checked) .for-guide,form:has(#decision-forward:checked) .for-forward,form:has(#decision-request-support:checked) .for-request-support,form:has(#decision-end-support:checked) .for-end-support,form:has(#decision-propose-visit:checked) .for-propose-visit,form:has(#decision-support-accept:checked) .for-support-accept,form:has(#decision-support-note:checked) .for-support-note,form:has(#decision-support-answer:checked) .for-support-answer,form:has(#decision-support-decline:checked) .for-support-decline,form:has(#decision-support-transfer:checked) .for-support-transfer,form:has(#decision-support-extend:checked) .for-support-extend,form:has(#decision-allow-support-extension:checked) .for-allow-support-extension,form:has(#decision-refuse-support-extension:checked) .for-refuse-support-extension,form:has(#decision-refer-up:checked) .for-refer-up,form:has(#decision-direct:checked) .for-direct,form:has(#decision-request-extension:checked) .for-request-extension,form:has(#decision-commit:checked) .for-commit,form:has(#decision-reclassify:checked) .for-reclassify,form:has(#decision-split:checked) .for-split,form:has(#decision-assign:checked) .for-assign{display:block}
}
@media (min-width:40rem){main{padding-top:2rem}section,.card{padding:1.5rem 1.75rem}.facts{grid-template-columns:12rem minmax(0,1fr);gap:.375rem 1.25rem}.facts dt{font-size:1rem}.facts dd{margin:0}}
@media print{body{background:#fff;color:#000}.top,section,.card{border-color:#999}form,.skip{display:none}}
`;
