import { getSettings } from '../settings/settings.js';

let audio: AudioContext | undefined;

/** Two soft notes made in the browser: no sound file, nothing to fetch. */
function chime(): void {
  audio ??= new AudioContext();
  const start = audio.currentTime;
  for (const [index, frequency] of [660, 880].entries()) {
    const note = audio.createOscillator();
    const volume = audio.createGain();
    note.frequency.value = frequency;
    volume.gain.setValueAtTime(0.08, start + index * 0.14);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + index * 0.14 + 0.3);
    note.connect(volume).connect(audio.destination);
    note.start(start + index * 0.14);
    note.stop(start + index * 0.14 + 0.3);
  }
}

/** Tells the agent by the means chosen in « Mon compte »; the citizen's words stay inside the page. */
export function alertAgent(title: string, tag: string, open: () => void): void {
  const { sound, webNotifications } = getSettings();
  if (sound) chime();
  if (!webNotifications || document.visibilityState === 'visible') return;
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  const shown = new Notification(title, { tag });
  shown.addEventListener('click', () => {
    window.focus();
    shown.close();
    open();
  });
}

export const trySound = (): void => chime();
