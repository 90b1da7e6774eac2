import { createTheme, defaultVariantColorsResolver, Drawer, Menu, Modal, Popover, Tooltip } from '@mantine/core';

/**
 * Mantine on Guichet's tokens. Its colours are remapped in console.css rather than here: a theme that adds colours makes
 * Mantine write a <style> element at run time, which the console's CSP refuses. `lockScroll` is off for the same reason.
 */
export const theme = createTheme({
  fontFamily: 'var(--g-font)',
  fontFamilyMonospace: 'var(--g-mono)',
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  variantColorResolver(input) {
    const colors = defaultVariantColorsResolver(input);
    return input.variant === 'filled' ? { ...colors, color: 'var(--g-on-brand)' } : colors;
  },
  components: {
    Modal: Modal.extend({ defaultProps: { lockScroll: false, centered: true } }),
    Drawer: Drawer.extend({ defaultProps: { lockScroll: false } }),
    Menu: Menu.extend({ defaultProps: { shadow: 'md', withInitialFocusPlaceholder: false } }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md' } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, events: { hover: true, focus: true, touch: false } } }),
  },
});
