import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../state/app-store.ts';
import { useHostCommand } from '../transport/use-host-command.ts';
import { useWorkspaceQuery } from '../transport/use-workspace.ts';
import { IconButton } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { AboutDialog } from './about-dialog.tsx';

const LANGUAGES = ['system', 'sv', 'en'] as const;
const THEMES = ['system', 'light', 'dark'] as const;

/** Language, theme, what this program is, and with a workspace open the way back to the start screen. */
export function SettingsMenu() {
  const { t } = useTranslation();
  const { language, theme, setLanguage, setTheme } = useAppStore();
  const open = (useWorkspaceQuery().data ?? null) !== null;
  const close = useHostCommand('workspace.close');
  const [aboutIsOpen, openAbout] = useState(false);
  return (
    <>
      <Menu
        align="end"
        trigger={<IconButton icon="settings" label={t('frame:settings.label')} />}
        groups={[
          LANGUAGES.map((each) => ({
            label: t(`frame:settings.language.${each}`),
            checked: language === each,
            onSelect: () => setLanguage(each),
          })),
          THEMES.map((each) => ({
            label: t(`frame:settings.theme.${each}`),
            checked: theme === each,
            onSelect: () => setTheme(each),
          })),
          [
            ...(open ? [{ label: t('frame:settings.switchWorkspace'), onSelect: () => close.mutate({}) }] : []),
            { label: t('frame:about.title'), onSelect: () => openAbout(true) },
          ],
        ]}
      />
      {aboutIsOpen && <AboutDialog onClose={() => openAbout(false)} />}
    </>
  );
}
