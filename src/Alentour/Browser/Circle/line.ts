// The open line of a circle (server-sent events). It says a number when there is something newer, and every twenty seconds that it is there.

const shortest = 1000;
const longest = 10000;
// A line that is silent for longer has died without a word (LiveEvent.cs).
const longestSilence = 50000;

export interface Listener {
  /** Something newer is there. */
  told(number: number): void;
  /** The line was there until now. */
  heard(): void;
  /** The line broke, or was refused: it is asked for again, after ten seconds at most. */
  lost(): void;
  over(): void;
}

/** How long what failed waits before it is asked for again: longer each time, and not all pages at once. */
export const untilAgain = (fails: number): number => Math.min(longest, shortest * 2 ** fails) * (0.5 + Math.random() / 2);

/** @returns Asks for the line at once, if there is none. */
export function openLine(address: string, listener: Listener): () => void {
  let line: EventSource | undefined;
  let tries = 0;

  const lose = (lost: EventSource) => {
    if (line !== lost) return;
    lost.close();
    line = undefined;
    listener.lost();
    setTimeout(open, untilAgain(tries++));
  };
  const watch = (watched: EventSource) => {
    let last = Date.now();
    const timer = setInterval(() => {
      if (line !== watched) clearInterval(timer);
      else if (Date.now() - last > longestSilence) lose(watched);
    }, longest / 2);
    return () => {
      last = Date.now();
      tries = 0;
      listener.heard();
    };
  };
  function open(): void {
    if (line) return;
    const opened = line = new EventSource(address);
    const hear = watch(opened);
    opened.onerror = () => lose(opened);
    opened.onmessage = ({ data }) => {
      hear();
      listener.told(Number(data));
    };
    opened.addEventListener("ici", hear);
    opened.addEventListener("fin", () => {
      // The line stays this one, closed: nothing asks for another.
      opened.close();
      listener.over();
    });
  }
  if ("EventSource" in self) open();
  else setInterval(listener.lost, longest);
  return () => {
    tries = 0;
    if ("EventSource" in self) open();
  };
}
