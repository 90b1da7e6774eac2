import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import '../theme/tokens.css';
import './theme/console.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { startTexts } from './texts/index.js';

await startTexts();
createRoot(document.getElementById('console')!).render(<App />);
