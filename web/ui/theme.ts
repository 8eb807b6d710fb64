import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
} from '@mantine/core';

/** The one accent: a blue that keeps 4.5 : 1 against white at its sixth step. */
const accent: MantineColorsTuple = [
  '#eaf4fc',
  '#d3e6f7',
  '#a5cdef',
  '#73b2e6',
  '#4a9be0',
  '#2f8bd8',
  '#0067b0',
  '#005a9c',
  '#004c85',
  '#003d6b',
];

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 4 },
  autoContrast: true,
  // Words on a filled button by the scheme in force; the kit takes the light scheme's for both.
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input);
    const isPrimary = input.color === undefined || input.color === input.theme.primaryColor;
    return input.variant === 'filled' && isPrimary
      ? { ...colors, color: 'var(--mantine-primary-color-contrast)' }
      : colors;
  },
  colors: {
    accent,
    dark: [
      '#e6e9ee',
      '#c3cad4',
      '#a3adba',
      '#7c8795',
      '#3b414b',
      '#2e333c',
      '#242830',
      '#1b1e24',
      '#14161b',
      '#0e1013',
    ],
  },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace',
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '1.25rem' }, h2: { fontSize: '1rem' }, h3: { fontSize: '0.95rem' } },
  },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Tooltip: { defaultProps: { openDelay: 300 } },
    Modal: { defaultProps: { centered: true } },
    Select: { defaultProps: { allowDeselect: false } },
  },
});

/** Quiet text of the kit in the page's own muted color, which keeps its contrast. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-placeholder': '#566171',
    '--mantine-color-dimmed': '#566171',
    '--mantine-color-error': '#a3243f',
    '--mantine-color-text': '#1b2430',
  },
  dark: {
    '--mantine-color-placeholder': '#a3adba',
    '--mantine-color-dimmed': '#a3adba',
    '--mantine-color-error': '#f2849b',
    '--mantine-color-body': '#1b1e24',
  },
});
