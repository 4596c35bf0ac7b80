import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import 'react-versori-onboarding/styles.css';
import { DemoApp } from './page/DemoApp.js';
import './page/demo.css';
import './page/tools.css';
import './themes/brands.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root, so the demo has no place to be.');
createRoot(root).render(
  <StrictMode>
    <DemoApp />
  </StrictMode>,
);
