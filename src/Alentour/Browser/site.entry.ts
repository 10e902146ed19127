// Every public page but /aide: the quick exit, and the worker that keeps /aide for a day without network.

import { listenForExit } from "./exit";
import { listenForWorkers } from "./workers";

listenForExit();
listenForWorkers();
