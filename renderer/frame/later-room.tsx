import { useEffect, useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { Room } from '../state/route.model.ts';
import { RoomWaiting } from './room-waiting.tsx';

interface LaterRoom {
  readonly View: ComponentType;
  /** Brings its code before it is entered. Fails as the network does. */
  readonly bring: () => Promise<void>;
}

/** A room whose code comes when it is entered, or before; until then its frame is there. `Suspense` would hold it back for a third of a second. */
export function laterRoom(room: Room, load: () => Promise<ComponentType>): LaterRoom {
  let known: ComponentType | null = null;
  const bring = async (): Promise<void> => {
    known ??= await load();
  };
  function View() {
    const { t } = useTranslation();
    const [Screen, setScreen] = useState(() => known);
    const [failure, setFailure] = useState<unknown>(null);
    useEffect(() => {
      if (Screen === null) bring().then(() => setScreen(() => known), setFailure);
    }, [Screen]);
    if (failure !== null) throw failure;
    return Screen === null ? <RoomWaiting title={t(`frame:room.${room}`)} /> : <Screen />;
  }
  return { View, bring };
}
