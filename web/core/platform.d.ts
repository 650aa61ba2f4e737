// The few globals that pure rooms use and that browsers, workers and Node all have. Pure rooms are compiled without the DOM library.
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes: Uint8Array, options?: { stream?: boolean }): string;
}
interface TimerHandle {
  readonly brand: "timer";
}
declare function setTimeout(run: () => void, ms: number): TimerHandle;
declare function clearTimeout(handle: TimerHandle | undefined): void;
declare const performance: { now(): number };
