import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { READABLE } from '#shared/readable-files.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { readableFiles } from './readable-files.model.ts';
import { useTakeFiles } from './use-take-files.ts';
import { useWindowDrop } from './use-window-drop.ts';
import './file-drop.css';

interface FileDropProps {
  readonly title: string;
  readonly text: string;
  readonly types: string;
  readonly pickLabel: string;
  /** Shown over the whole window while files are held over it. */
  readonly windowLabel: string;
  readonly disabled?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children?: ReactNode;
}

/** Takes files and folders: dropped anywhere in the window, or chosen with the buttons, which the keyboard reaches. */
export function FileDrop(props: FileDropProps) {
  const { title, text, types, pickLabel, windowLabel, disabled = false, onFiles, children } = props;
  const input = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const { t } = useTranslation('reimport');
  const take = useTakeFiles(onFiles);
  const over = useWindowDrop((files) => {
    if (!disabled) take(files);
  });
  return (
    <div className={classNames('file-drop', over && 'file-drop-over')}>
      <span className="file-drop-icon">
        <Icon name="upload" size={24} />
      </span>
      <h2>{over ? windowLabel : title}</h2>
      <p className="file-drop-text">{text}</p>
      <div className="file-drop-actions">
        <Button look="primary" disabled={disabled} onClick={() => input.current?.click()}>
          {pickLabel}
        </Button>
        <Button disabled={disabled} onClick={() => folder.current?.click()}>
          {t('folder.pick')}
        </Button>
      </div>
      <p className="file-drop-types">{types}</p>
      {children}
      <input
        ref={input}
        type="file"
        hidden
        multiple
        disabled={disabled}
        accept={READABLE.join(',')}
        aria-label={pickLabel}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
      <input
        ref={folder}
        type="file"
        hidden
        multiple
        {...{ webkitdirectory: '' }}
        aria-label={t('folder.pick')}
        onChange={(event) => {
          const found = [...(event.target.files ?? [])].map((file) => ({ path: file.webkitRelativePath, file }));
          event.target.value = '';
          if (found.length > 0) take(readableFiles(found));
        }}
      />
      {over && <div className="file-drop-window" aria-hidden="true" />}
    </div>
  );
}
