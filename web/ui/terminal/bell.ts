import type { Settings } from "../settings/settings.ts";

let audio: AudioContext | undefined;

const beep = { hertz: 660, seconds: 0.12, loudness: 0.08 };
const flashMs = 180;

/** What BEL does, as the learner has set it. */
export function ring(bell: Settings["bell"], screen: HTMLElement): void {
  if (bell === "sound") sound();
  if (bell === "flash") {
    screen.animate([{ filter: "invert(0.25)" }, { filter: "none" }], { duration: flashMs });
  }
}

function sound(): void {
  try {
    audio ??= new AudioContext();
    const oscillator = audio.createOscillator();
    const gain = audio.createGain();
    oscillator.frequency.value = beep.hertz;
    gain.gain.setValueAtTime(beep.loudness, audio.currentTime);
    gain.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + beep.seconds);
    oscillator.connect(gain).connect(audio.destination);
    oscillator.start();
    oscillator.stop(audio.currentTime + beep.seconds);
  } catch {
    // A browser without sound: the bell is silent.
  }
}
