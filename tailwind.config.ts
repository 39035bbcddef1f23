import type { Config } from 'tailwindcss';

/**
 * Design tokens. Colours are CSS variables with a dark and a light value (`src/styles.css`), because the theme
 * is switched at run time; everything else is fixed here. Greys carry no tint: colour is being judged.
 */
export default {
  content: ['./index.html', './src/**/*.{ts,tsx}'],
  darkMode: ['selector', '[data-theme="dark"]'],
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      ground: 'var(--ground)',
      surface: 'var(--surface)',
      raised: 'var(--raised)',
      hover: 'var(--hover)',
      line: 'var(--line)',
      'line-strong': 'var(--line-strong)',
      field: 'var(--field)',
      'control-fill': 'var(--control-fill)',
      'control-fill-hover': 'var(--control-fill-hover)',
      segment: 'var(--segment)',
      tooltip: 'var(--tooltip)',
      'on-tooltip': 'var(--on-tooltip)',
      text: 'var(--text)',
      muted: 'var(--muted)',
      accent: 'var(--accent)',
      'accent-hover': 'var(--accent-hover)',
      'accent-strong': 'var(--accent-strong)',
      'on-accent': 'var(--on-accent)',
      danger: 'var(--danger)',
      'on-danger': 'var(--on-danger)',
      warning: 'var(--warning)',
      scrim: 'var(--scrim)',
      backdrop: 'var(--backdrop)',
      'on-picture': 'var(--on-picture)',
    },
    fontFamily: {
      sans: ['Inter', 'ui-sans-serif', 'system-ui', '-apple-system', 'Segoe UI', 'Roboto', 'sans-serif'],
      mono: ['ui-monospace', 'SFMono-Regular', 'Menlo', 'Consolas', 'monospace'],
    },
    fontSize: {
      xs: ['12px', { lineHeight: '16px' }],
      sm: ['13px', { lineHeight: '18px' }],
      base: ['14px', { lineHeight: '20px' }],
      lg: ['16px', { lineHeight: '22px' }],
      xl: ['20px', { lineHeight: '28px' }],
    },
    borderRadius: { none: '0', picture: '2px', DEFAULT: '6px', full: '9999px' },
    boxShadow: { none: 'none', float: 'var(--shadow-float)' },
    extend: {
      spacing: { control: 'var(--control)', topbar: '44px' },
      transitionDuration: { DEFAULT: '120ms' },
    },
  },
} satisfies Config;
