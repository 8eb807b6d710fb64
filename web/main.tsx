import { createRoot } from 'react-dom/client';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './ui/base.css';
import { App } from './shell';
import { engine } from './work';

engine().warmUp();
const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
