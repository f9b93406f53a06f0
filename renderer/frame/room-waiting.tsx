import { useTranslation } from 'react-i18next';
import { Skeleton } from '../ui/skeleton.tsx';
import { ScreenHeader } from './screen-header.tsx';
import './room-waiting.css';

/** The places of a room's parts while they are on their way. */
export function PartsWaiting() {
  const { t } = useTranslation();
  return (
    <div className="room-waiting" aria-busy="true">
      <p className="visually-hidden">{t('frame:onItsWay')}</p>
      <Skeleton width="420px" height="30px" />
      <Skeleton height="300px" />
      <Skeleton height="220px" />
    </div>
  );
}

/** A room before anything of it is known: its name and the places of its parts. */
export function RoomWaiting({ title }: { readonly title: string }) {
  return (
    <>
      <ScreenHeader title={title} />
      <PartsWaiting />
    </>
  );
}
