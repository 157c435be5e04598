/** The whole page takes files that are dropped on it, and shows so while they are held over it. */

import { useEffect, useState } from "react";
import { droppedFiles } from "../panels/open/given.ts";
import { useLocal } from "../state/local.ts";
import { useExplorer } from "../state/store.ts";
import { TEXTS } from "../texts.ts";
import classes from "./shell.module.css";

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") === true;

export function DropTarget() {
  const [over, setOver] = useState(false);
  useEffect(() => {
    // Enters and leaves come for every element on the way.
    let depth = 0;
    const leave = () => {
      depth = 0;
      setOver(false);
    };
    const listen: Partial<Record<keyof WindowEventMap, (event: DragEvent) => void>> = {
      dragenter: (event) => {
        if (!hasFiles(event)) return;
        depth++;
        setOver(true);
      },
      dragleave: (event) => {
        if (hasFiles(event) && --depth <= 0) leave();
      },
      // Without this the browser would go to the file.
      dragover: (event) => {
        if (hasFiles(event)) event.preventDefault();
      },
      drop: (event) => {
        leave();
        if (!hasFiles(event) || !event.dataTransfer || event.defaultPrevented) return;
        event.preventDefault();
        useLocal.setState({ given: droppedFiles(event.dataTransfer) });
        useExplorer.getState().openDialog("open");
      },
    };
    const all = Object.entries(listen) as [string, EventListener][];
    for (const [name, listener] of all) window.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of all) window.removeEventListener(name, listener);
    };
  }, []);
  return over ? <div className={classes["dropOver"]}>{TEXTS.dropHere}</div> : null;
}
