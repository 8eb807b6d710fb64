import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './ui/base.css';
import { App } from './shell';
import { engine } from './work';

engine().warmUp();
const root = document.getElementById('root');
// Drawn in small steps, so that the page answers while it comes up.
if (root) startTransition(() => createRoot(root).render(<App />));
