import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ScreenHeader } from '../../frame/screen-header.tsx';
import { useWholeFrame } from '../../frame/use-whole-frame.ts';
import { useAppStore } from '../../state/app-store.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { TileFailure } from '../overview/tile.tsx';
import { ExportMenu } from './export-menu.tsx';
import { PageList } from './page-list.tsx';
import { Preview } from './preview.tsx';
import { useAtHand } from './use-at-hand.ts';
import { useFinals, type Final } from './use-finals.ts';
import { useMinuteName } from './use-period-name.ts';
import { useReports } from './use-reports.ts';

/** A report as it was when it was made final: to read and to take out again, never to change. */
export function FinalRoom({ final }: { readonly final: Final }) {
  const { t } = useTranslation();
  const { id, readonly } = useWorkspace();
  const page = useAppStore((state) => state.reportsViews[id]?.page ?? null);
  const { viewReports } = useAppStore.getState();
  const { data, error, refetch } = useHostQuery('report.final', { id: final.id });
  const { reports = [] } = useReports();
  const { remove } = useFinals();
  const minute = useMinuteName();
  const atHand = useAtHand();
  const [sheets, setSheets] = useState<readonly string[]>([]);
  const [sheet, setSheet] = useState<number | null>(null);
  const { report } = final;
  const chosen = report.pages.find((each) => each.id === page)?.id ?? report.pages[0]?.id ?? '';
  const choose = (next: string, nth: number | null = null): void => {
    setSheet(nth);
    viewReports(id, { page: next });
  };
  const source = reports.find((each) => each.id === report.id);
  useWholeFrame();
  return (
    <>
      <ScreenHeader title={report.name}>
        <Button look="ghost" icon="chevron-left" onClick={() => viewReports(id, { open: null })}>
          {t('report:screen.all')}
        </Button>
        <span className="report-final">{t('report:screen.final.at', { at: minute(final.at) })}</span>
        <ExportMenu source={{ final: final.id }} sheet={sheet ?? Math.max(0, sheets.indexOf(chosen)) + 1} />
        {!readonly && (
          <Menu
            align="end"
            trigger={<IconButton icon="more" className="report-more" label={t('report:screen.more')} />}
            groups={[
              source === undefined
                ? []
                : [
                    {
                      label: t('report:screen.final.goOn'),
                      icon: 'pen',
                      onSelect: () => viewReports(id, { open: { report: source.id }, page: null }),
                    },
                  ],
              [
                {
                  label: t('report:screen.final.remove', { name: report.name }),
                  icon: 'trash',
                  onSelect: () => {
                    viewReports(id, { open: null });
                    void remove(final);
                  },
                },
              ],
            ]}
          />
        )}
      </ScreenHeader>
      <div className="report-room report-room-final">
        <PageList
          report={report}
          made={new Map(data?.content.pages.map((each) => [each.id, each]))}
          chosen={chosen}
          atHand={atHand}
          edits={null}
          onChoose={choose}
        />
        {error === null ? (
          <Preview
            counted={data ?? null}
            chosen={chosen}
            sheets={sheets}
            isCounting={data === undefined}
            onSheets={setSheets}
            onChoose={choose}
          />
        ) : (
          <div className="report-preview">
            <TileFailure error={error} retry={() => void refetch()} />
          </div>
        )}
      </div>
    </>
  );
}
