import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { overviewQuery } from '../api/desk.js';
import { sessionQuery } from '../api/session.js';
import { alertAgent } from './alerts.js';
import { openDeskLive, type DeskLive, type LiveEvents } from './desk-live.js';
import { LiveContext } from './use-live.js';

const GATHER_MS = 200;

/** Opens the live side when an agent signs in, and ties it to what the screens have fetched. */
export function LiveDesk({ myName, children }: { myName: string; children: ReactNode }) {
  const queries = useQueryClient();
  const [live, setLive] = useState<DeskLive | null>(null);
  const overview = useQuery(overviewQuery);
  const tell = useTold();
  const queued = useEffectEvent(tell.queued);
  const citizenWrote = useEffectEvent(tell.citizenWrote);

  useEffect(() => {
    const waiting = new Map<string, ReturnType<typeof setTimeout>>();
    // Many hints in a moment cost one fetch.
    const soon = (key: readonly string[]): void => {
      const name = key.join(' ');
      if (waiting.has(name)) return;
      const fetchAgain = (): void => {
        waiting.delete(name);
        void queries.invalidateQueries({ queryKey: [...key] });
      };
      waiting.set(name, setTimeout(fetchAgain, GATHER_MS));
    };
    const opened = openDeskLive(myName, {
      overviewChanged: () => soon(overviewQuery.queryKey),
      conversationChanged: (id) => soon(['desk', 'conversation', id]),
      queued: (entries) => queued(entries),
      citizenWrote: (id) => citizenWrote(id),
      signedOut: () => void queries.invalidateQueries({ queryKey: sessionQuery.queryKey }),
    });
    // oxlint-disable-next-line react/set-state-in-effect -- a socket opens with the screen and closes with it
    setLive(opened);
    return () => {
      waiting.forEach(clearTimeout);
      opened.stop();
    };
  }, [queries, myName]);

  const { data } = overview;
  useEffect(() => {
    if (live && data) live.adopt(data);
  }, [live, data]);

  return live && <LiveContext value={live}>{children}</LiveContext>;
}

/** What is worth a sound or a notification: a citizen joins the queue, or writes where the agent is not looking. */
function useTold(): Pick<LiveEvents, 'queued' | 'citizenWrote'> {
  const { t } = useTranslation();
  const go = useNavigate();
  const { pathname } = useLocation();
  const queries = useQueryClient();
  return {
    queued: (entries) => {
      if (queries.getQueryData(overviewQuery.queryKey)?.presence === 'away') return;
      const id = entries.at(-1)!.conversationId;
      alertAgent(t('desk.alert.queued', { count: entries.length }), 'guichet-queue', () => void go(`/desk/${id}`));
    },
    citizenWrote: (id) => {
      const looking = pathname === `/desk/${id}` && document.visibilityState === 'visible';
      if (!looking) alertAgent(t('desk.alert.message'), `guichet-${id}`, () => void go(`/desk/${id}`));
    },
  };
}
