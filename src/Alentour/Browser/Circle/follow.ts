// A circle as it lives: a number on the line says « look again », the page then takes its parts; presses go without leaving the page. While
// there is no line the page looks by itself, every ten seconds at most.

import { Answer, ask } from "./ask";
import { openLine, untilAgain } from "./line";
import { takeParts } from "./look";
import { sayAnswer, sayCut, sayUnsent } from "./notices";
import { listenForPresses } from "./press";

const aMoment = 250;
const aMinute = 60000;

class Following {
  private readonly path: string;
  private number: number;
  private newest: number;
  private heardAt = Date.now();
  private isLooking = false;
  private isOver = false;
  private sending = 0;
  private fails = 0;
  private waits = false;

  constructor(private readonly circle: HTMLElement) {
    this.path = circle.dataset.circle || "";
    this.number = this.newest = Number(circle.dataset.number);
  }

  /** Looks of its own are marked, and are no sign of the person. */
  async look(): Promise<void> {
    if (this.isLooking || this.isOver) return;
    this.isLooking = true;
    try {
      this.take(await ask(`${this.path}?auto=suite`));
      this.isHeard();
      // Told of something newer meanwhile: once more, and no more than that.
      if (this.newest > this.number && !this.isOver) this.take(await ask(`${this.path}?auto=suite`));
    } catch {
      this.sayCut();
      this.lookLater();
    }
    this.isLooking = false;
  }

  async send(fields: URLSearchParams, done: (accepted: boolean) => void): Promise<void> {
    this.sending++;
    let answer: Answer | undefined;
    try {
      answer = await ask(this.path, fields);
    } catch {
      // Said below, once nothing is under way any more.
    }
    this.sending--;
    done(!!answer && answer.status < 400);
    if (!answer) {
      sayUnsent(this.circle);
      void this.look();
    } else if (answer.address.pathname !== this.path) this.leaveFor(answer.address.pathname + answer.address.search);
    else {
      this.isHeard();
      const now = this.take(answer);
      if (now) sayAnswer(this.circle, now);
    }
  }

  told(number: number): void {
    this.newest = number;
    if (number > this.number) void this.look();
  }

  heard(): void {
    this.heardAt = Date.now();
  }

  sayCut(): void {
    sayCut(this.circle, this.heardAt);
  }

  /** This page is no more what it was: that is loaded plainly, once what was pressed has its answer. */
  end(): void {
    if (this.sending) setTimeout(() => this.end(), aMoment);
    else this.leaveFor(`${this.path}?auto=1`);
  }

  /** A look may fail while the line lives: nothing else would ask again. Without network the browser says when it is back. */
  private lookLater(): void {
    if (this.waits || !navigator.onLine) return;
    this.waits = true;
    setTimeout(() => {
      this.waits = false;
      void this.look();
    }, untilAgain(this.fails++));
  }

  private isHeard(): void {
    this.heard();
    this.fails = 0;
    sayCut(this.circle);
  }

  private leaveFor(address: string): void {
    if (this.isOver) return;
    this.isOver = true;
    location.replace(address);
  }

  /** Takes the answer if it is this page as it stands now. Another page, a lighter one, or none is loaded plainly. */
  private take({ page }: Answer): HTMLElement | undefined {
    const now = page.querySelector<HTMLElement>("[data-circle]");
    if (!now || now.className !== this.circle.className) {
      this.end();
      return undefined;
    }
    // An answer may overtake another: the older one has nothing to say.
    const number = Number(now.dataset.number);
    if (number >= this.number) {
      this.number = number;
      takeParts(this.circle, now);
    }
    return now;
  }
}

export function follow(circle: HTMLElement): void {
  const following = new Following(circle);
  // Loaded by itself (from the threshold): once read, the mark goes, so that a reload asked for by the person is theirs.
  if (location.search) history.replaceState(null, "", location.pathname);
  listenForPresses(circle, (fields, done) => void following.send(fields, done));
  const openAgain = openLine(`${circle.dataset.circle}/flux`, {
    told: number => following.told(number),
    heard: () => following.heard(),
    lost: () => void following.look(),
    over: () => following.end(),
  });
  const wake = () => {
    if (document.hidden) return;
    void following.look();
    openAgain();
  };
  document.addEventListener("visibilitychange", wake);
  window.addEventListener("online", wake);
  window.addEventListener("pageshow", event => { if (event.persisted) wake(); });
  window.addEventListener("offline", () => following.sayCut());
  // A clock on the page goes on while nobody presses anything.
  setInterval(() => {
    if (!document.hidden && circle.querySelector("#clock")) void following.look();
  }, aMinute);
}
