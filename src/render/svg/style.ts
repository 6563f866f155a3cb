/**
 * The look of all pictures: one stylesheet within the picture, light or dark as the reader's system is. Colours are
 * written out, for not every viewer knows custom properties, and every rule is under one class, so that a picture
 * pasted into a page styles nothing else there.
 */

/** No web font can be loaded from an image: the system's own, sans-serif. */
export const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif";

interface Palette {
  readonly ink: string;
  readonly soft: string;
  readonly paper: string;
  readonly panel: string;
  readonly box: string;
  readonly line: string;
  readonly faint: string;
  readonly accent: string;
  readonly tint: string;
  readonly unknown: string;
  readonly added: string;
  readonly removed: string;
  readonly changed: string;
}

const LIGHT: Palette = {
  ink: '#1d2733',
  soft: '#566575',
  paper: '#fbfaf7',
  panel: '#f0eee8',
  box: '#ffffff',
  line: '#cbc6b9',
  faint: '#e9e6de',
  accent: '#0b6e6e',
  tint: '#cfe5e2',
  unknown: '#a14f08',
  added: '#1a7f37',
  removed: '#b3261e',
  changed: '#6639ba',
};

const DARK: Palette = {
  ink: '#dde5ec',
  soft: '#94a3b1',
  paper: '#11171d',
  panel: '#1a232c',
  box: '#11171d',
  line: '#3a4855',
  faint: '#1d2731',
  accent: '#5cc8c0',
  tint: '#1d4644',
  unknown: '#f0a860',
  added: '#4ac26b',
  removed: '#f47067',
  changed: '#b48ef2',
};

/** `fill-…` and `stroke-…` for every colour. */
function colours(palette: Palette): string {
  return Object.entries(palette)
    .map(([key, value]) => `.portolan .fill-${key}{fill:${value}}.portolan .stroke-${key}{stroke:${value}}\n`)
    .join('');
}

const SHAPES = `.portolan{font-family:${FONT};font-size:11px}
.portolan .title{font-size:18px;font-weight:600}
.portolan .strong{font-weight:600}
.portolan .name{font-size:13px;font-weight:600}
.portolan .wire{fill:none;stroke-width:1.4}
.portolan .wire:hover{stroke-width:3}
.portolan .dashed{stroke-dasharray:5 4}
.portolan .dotted{stroke-dasharray:1.5 3.5}
`;

export const STYLE = `${SHAPES}${colours(LIGHT)}@media (prefers-color-scheme:dark){
${colours(DARK)}}
`;
