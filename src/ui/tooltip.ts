interface TooltipProps {
  'data-tooltip': string;
  'data-tooltip-keys'?: string;
}

/**
 * Properties that give an element a tooltip: `<button {...tooltip('Zoom in', '=')}>`. One `TooltipLayer` shows them
 * all, so that a wall of thousands of controls costs nothing. The text is a hint, never the only name.
 */
export function tooltip(text: string, keys?: string): TooltipProps {
  return { 'data-tooltip': text, ...(keys && { 'data-tooltip-keys': keys }) };
}
