import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBoundary } from './frame/error-boundary.tsx';
import { queryClient } from './frame/query-client.ts';
import { SessionGone } from './frame/session-gone.tsx';
import { Shell } from './frame/shell.tsx';
import { useLanguageEffect, useThemeEffect } from './frame/use-appearance.ts';
import { useAppStore } from './state/app-store.ts';
import type { HostBridge } from './transport/host-bridge.ts';
import { HostProvider } from './transport/host-context.tsx';
import { UiProvider } from './ui/ui-provider.tsx';

const PrintJob = lazy(async () => ({ default: (await import('./print/print-page.tsx')).PrintJob }));
const PrintedReport = lazy(async () => ({ default: (await import('./print/print-page.tsx')).PrintedReport }));

interface AppProps {
  /** Null when the program behind the page is not there. */
  readonly host: HostBridge | null;
  /** Given, the page shows the sheets of this print job and nothing else. */
  readonly job: string | null;
}

export function App({ host, job }: AppProps) {
  const { t } = useTranslation();
  return (
    <ErrorBoundary>
      <UiProvider messagesLabel={t('frame:messages')} closeLabel={t('frame:close')}>
        {host === null ? <SessionGone /> : <Connected host={host} job={job} />}
      </UiProvider>
    </ErrorBoundary>
  );
}

function Connected({ host, job }: { readonly host: HostBridge; readonly job: string | null }) {
  const [gone, setGone] = useState(false);
  const printing = useAppStore((state) => state.printing);
  const followAddress = useAppStore((state) => state.followAddress);
  const onPaper = job !== null || printing !== null;
  useThemeEffect(onPaper);
  useLanguageEffect(job !== null);
  useEffect(() => host.onGone(() => setGone(true)), [host]);
  useEffect(() => {
    const follow = (): void => followAddress(location.hash);
    window.addEventListener('hashchange', follow);
    window.addEventListener('popstate', follow);
    return () => {
      window.removeEventListener('hashchange', follow);
      window.removeEventListener('popstate', follow);
    };
  }, [followAddress]);
  if (gone) return <SessionGone />;
  return (
    <HostProvider value={host}>
      <QueryClientProvider client={queryClient}>
        {onPaper ? (
          <Suspense>{job === null ? printing && <PrintedReport printed={printing} /> : <PrintJob id={job} />}</Suspense>
        ) : (
          <Shell />
        )}
      </QueryClientProvider>
    </HostProvider>
  );
}
