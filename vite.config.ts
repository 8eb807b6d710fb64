import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'web',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // The budget test reads from it which scripts the first page needs.
    manifest: true,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4870' } },
});
