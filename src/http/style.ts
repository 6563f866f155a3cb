/** The stylesheet of the pages: the system's fonts, light and dark by the reader's choice, readable at any width. */

export const STYLE = `:root {
  color-scheme: light dark;
  --ink: light-dark(#1d2733, #dde5ec);
  --soft: light-dark(#566575, #94a3b1);
  --paper: light-dark(#fbfaf7, #11171d);
  --panel: light-dark(#f0eee8, #1a232c);
  --line: light-dark(#d9d5ca, #2c3843);
  --accent: light-dark(#0b6e6e, #5cc8c0);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 system-ui, sans-serif; }
main { max-width: 51rem; margin: 0 auto; padding: 3.5rem 1.25rem 5rem; }
h1 { margin: 0; font-size: 2.25rem; line-height: 1.2; letter-spacing: -0.02em; }
h2 { margin: 2.75rem 0 0.75rem; font-size: 1.125rem; }
p { margin: 0.75rem 0; }
.lead { color: var(--soft); font-size: 1.1875rem; }
a { color: var(--accent); text-underline-offset: 0.2em; }
code, pre { font: 0.875rem/1.6 ui-monospace, monospace; }
pre { margin: 0.75rem 0; padding: 0.875rem 1rem; overflow-x: auto; background: var(--panel);
  border: 1px solid var(--line); border-radius: 0.5rem; }
dl { margin: 0; border-top: 1px solid var(--line); }
dl > div { display: grid; grid-template-columns: 15.5rem 1fr; gap: 0 1.25rem; padding: 0.5rem 0;
  border-bottom: 1px solid var(--line); }
dt { overflow-wrap: anywhere; }
dd { margin: 0; color: var(--soft); }
details { margin: 0.5rem 0; }
summary { cursor: pointer; overflow-wrap: anywhere; }
section { border-top: 1px solid var(--line); margin-top: 2rem; }
em { color: var(--accent); font-style: normal; overflow-wrap: anywhere; }
textarea { width: 100%; font: 0.875rem/1.6 ui-monospace, monospace; color: var(--ink); background: var(--panel);
  border: 1px solid var(--line); border-radius: 0.5rem; padding: 0.75rem; }
button { font: inherit; padding: 0.5rem 1.25rem; min-height: 2.5rem; color: var(--paper); background: var(--accent);
  border: 0; border-radius: 0.5rem; cursor: pointer; }
footer { margin-top: 3rem; color: var(--soft); font-size: 0.9375rem; }
@media (max-width: 36rem) { dl > div { grid-template-columns: 1fr; } main { padding-top: 2rem; } }
`;
