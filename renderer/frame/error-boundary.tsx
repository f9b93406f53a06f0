import i18next from 'i18next';
import { Component, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

/** A bug in a view: says so and offers the page anew, instead of going blank. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <main className="whole-page">
        <EmptyState
          icon="warning"
          title={i18next.t('frame:broken.title')}
          text={i18next.t('frame:broken.text')}
          actions={
            <Button look="primary" onClick={() => location.reload()}>
              {i18next.t('frame:broken.reload')}
            </Button>
          }
        />
      </main>
    );
  }
}
