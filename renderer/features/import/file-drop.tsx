import { useRef, type ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { useWindowDrop } from './use-window-drop.ts';
import './file-drop.css';

/** The kinds of file the reader knows, for the picker. */
const ACCEPTED = '.xlsx,.xlsm,.xlsb,.xls,.ods,.csv,.tsv,.txt,.se,.si,.sie';

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

/** Takes files: dropped anywhere in the window, or chosen with the button, which the keyboard reaches. */
export function FileDrop(props: FileDropProps) {
  const { title, text, types, pickLabel, windowLabel, disabled = false, onFiles, children } = props;
  const input = useRef<HTMLInputElement>(null);
  const over = useWindowDrop((files) => {
    if (!disabled) onFiles(files);
  });
  return (
    <div className={classNames('file-drop', over && 'file-drop-over')}>
      <span className="file-drop-icon">
        <Icon name="upload" size={24} />
      </span>
      <h2>{over ? windowLabel : title}</h2>
      <p className="file-drop-text">{text}</p>
      <Button look="primary" disabled={disabled} onClick={() => input.current?.click()}>
        {pickLabel}
      </Button>
      <p className="file-drop-types">{types}</p>
      {children}
      <input
        ref={input}
        type="file"
        hidden
        multiple
        disabled={disabled}
        accept={ACCEPTED}
        aria-label={pickLabel}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
      {over && <div className="file-drop-window" aria-hidden="true" />}
    </div>
  );
}
