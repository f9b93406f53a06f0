import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { systemLanguage } from './i18n/language.model.ts';
import { setUpI18n } from './i18n/setup.ts';
import { useAppStore } from './state/app-store.ts';
import { addressOf, parseAddress } from './state/route.model.ts';
import { tellFailure, tellOfTrouble } from './print/tell-printer.ts';
import { connect } from './transport/connect.ts';
import './ui/base.css';
import './frame/frame.css';

/** Reads the address once, takes the one-time code out of it, and starts the page in the shell it finds. */
async function start(): Promise<void> {
  const { code, print, screen } = parseAddress(location.hash);
  if (print !== null) tellOfTrouble();
  if (code !== null) history.replaceState(null, '', location.pathname + (screen === null ? '' : addressOf(screen)));
  const { language, followAddress } = useAppStore.getState();
  followAddress(location.hash);
  const spoken = language === 'system' ? systemLanguage(navigator.languages) : language;
  const [host] = await Promise.all([connect(code), setUpI18n(spoken)]);
  const root = document.getElementById('root');
  if (print !== null && host === null) tellFailure();
  if (print !== null) host?.onGone(tellFailure);
  const options = print === null ? {} : { onCaughtError: tellFailure };
  if (root !== null) createRoot(root, options).render(<App host={host} job={print} />);
}

void start();
