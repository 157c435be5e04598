/** Shows and speaks what `say` was given, for a few seconds. */

import { useEffect } from "react";
import { say, useSpoken } from "../state/spoken.ts";
import classes from "./shell.module.css";

const SHOWN_MS = 4000;

export function Spoken() {
  const { text, at } = useSpoken();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same text said again begins anew
  useEffect(() => {
    if (text === "") return;
    const timer = setTimeout(() => say(""), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [text, at]);
  return (
    <div role="status" className={classes[text === "" ? "spokenNothing" : "spoken"]}>
      {text}
    </div>
  );
}
