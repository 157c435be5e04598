/** The filters beside the legend's: issue, actor, source, date, voice and certainty, and how things are put together. */

import { Accordion, Checkbox, MultiSelect, NativeSelect, Radio, Slider, Stack, Text } from "@mantine/core";
import { lazy, Suspense, useMemo, useState } from "react";
import type { Filter, Projection, Rollup } from "../../model/view.ts";
import { MODALITIES, type Modality } from "../../model/vocabulary.ts";
import { useDataset, useDirectory, useOpenEnded } from "../api/hooks.ts";
import { useExplorer } from "../state/store.ts";
import { TEXTS } from "../texts.ts";
import { DateRange } from "./date-range.tsx";
import classes from "./filters.module.css";
import { IssueTree } from "./issue-tree.tsx";

const VOICE_OPTIONS: readonly (readonly [value: Filter["voice"], label: string])[] = [
  ["reported", TEXTS.voiceReported],
  ["author", TEXTS.voiceAuthor],
  ["any", TEXTS.voiceAny],
];
const ROLLUP_OPTIONS: readonly (readonly [value: Rollup, label: string])[] = [
  ["none", TEXTS.rollupNone],
  ["body", TEXTS.rollupBody],
  ["top", TEXTS.rollupTop],
];
const PROJECTION_OPTIONS: readonly (readonly [value: Projection, label: string])[] = [
  ["bundled", TEXTS.projectionBundled],
  ["statements", TEXTS.projectionStatements],
  ["agreement", TEXTS.projectionAgreement],
];

const Attributes = lazy(() => import("./attributes.tsx").then((m) => ({ default: m.Attributes })));

const { compare: byName } = new Intl.Collator("en");
/** Actors offered at a time; more are found by typing. */
const MOST_OPTIONS = 200;

/** `Issue` and how many are chosen. */
const heading = (label: string, chosen: number) => (chosen > 0 ? `${label} (${chosen})` : label);

export function Filters() {
  const view = useExplorer((state) => state.view);
  const { setFilter, setView } = useExplorer.getState();
  const directory = useDirectory().data;
  const dataset = useDataset().data;
  const { filter } = view;
  const [open, setOpen] = useState<string[]>([]);
  const more = [filter.relation, filter.genre, filter.intensity, filter.x].reduce(
    (sum, chosen) => sum + chosen.length,
    0,
  );
  const actors = useMemo(
    () =>
      (directory?.actors ?? [])
        .filter(({ statements }) => statements > 0)
        .map(({ id, label }) => ({ value: id, label }))
        .sort((a, b) => byName(a.label, b.label)),
    [directory],
  );
  const certainty =
    filter.modality.length + (filter.minConfidence > 0 ? 1 : 0) + (filter.voice !== "reported" ? 1 : 0);
  const openEnded = useOpenEnded(view);
  const dates = (filter.since !== "" ? 1 : 0) + (filter.until !== "" ? 1 : 0);
  const toggleModality = (id: Modality) =>
    setFilter({
      modality: MODALITIES.map((term) => term.id).filter((one) =>
        one === id ? !filter.modality.includes(id) : filter.modality.includes(one),
      ),
    });
  return (
    <section aria-label={TEXTS.filters}>
      <Accordion
        multiple
        value={open}
        onChange={setOpen}
        chevronPosition="left"
        order={3}
        classNames={{
          label: classes["sectionLabel"] ?? "",
          control: classes["section"] ?? "",
          chevron: classes["sectionChevron"] ?? "",
        }}
      >
        <Accordion.Item value="issue">
          <Accordion.Control>{heading(TEXTS.filterIssue, filter.issue.length)}</Accordion.Control>
          <Accordion.Panel>
            {open.includes("issue") && (
              <IssueTree
                issues={directory?.issues ?? []}
                chosen={filter.issue}
                onChange={(issue) => setFilter({ issue })}
              />
            )}
          </Accordion.Panel>
        </Accordion.Item>
        <Accordion.Item value="actor">
          <Accordion.Control>{heading(TEXTS.filterActor, filter.actor.length)}</Accordion.Control>
          <Accordion.Panel>
            <MultiSelect
              aria-label={TEXTS.filterActor}
              data={actors}
              limit={MOST_OPTIONS}
              value={[...filter.actor]}
              onChange={(actor) => setFilter({ actor })}
              {...(filter.actor.length === 0 ? { placeholder: TEXTS.filterActorHint } : {})}
              searchable
              clearable
              size="xs"
            />
          </Accordion.Panel>
        </Accordion.Item>
        <Accordion.Item value="source">
          <Accordion.Control>{heading(TEXTS.filterSource, filter.source.length)}</Accordion.Control>
          <Accordion.Panel>
            <Checkbox.Group
              aria-label={TEXTS.filterSource}
              value={[...filter.source]}
              onChange={(source) => setFilter({ source })}
            >
              <Stack gap={8}>
                {(dataset?.sources ?? []).map(({ id, name, date, statements }) => (
                  <Checkbox
                    key={id}
                    size="xs"
                    value={id}
                    label={name}
                    description={[date, TEXTS.statements(statements)].filter(Boolean).join(" · ")}
                  />
                ))}
              </Stack>
            </Checkbox.Group>
          </Accordion.Panel>
        </Accordion.Item>
        <Accordion.Item value="date">
          <Accordion.Control>{heading(TEXTS.filterDate, dates)}</Accordion.Control>
          <Accordion.Panel>
            <DateRange
              filter={filter}
              dates={dataset?.dates ?? null}
              openEnded={openEnded}
              onChange={setFilter}
            />
          </Accordion.Panel>
        </Accordion.Item>
        <Accordion.Item value="certainty">
          <Accordion.Control>{heading(TEXTS.filterCertainty, certainty)}</Accordion.Control>
          <Accordion.Panel>
            <Stack gap="sm">
              <Radio.Group
                size="xs"
                label={TEXTS.voice}
                value={filter.voice}
                onChange={(voice) => setFilter({ voice: voice as Filter["voice"] })}
              >
                <Stack gap={6} mt={4}>
                  {VOICE_OPTIONS.map(([value, label]) => (
                    <Radio key={value} size="xs" value={value} label={label} />
                  ))}
                </Stack>
              </Radio.Group>
              <Stack gap={6} role="group" aria-label={TEXTS.modality}>
                <Text size="xs" fw={500}>
                  {TEXTS.modality}
                </Text>
                {MODALITIES.map(({ id, label }) => (
                  <Checkbox
                    key={id}
                    size="xs"
                    label={label}
                    checked={filter.modality.includes(id)}
                    onChange={() => toggleModality(id)}
                  />
                ))}
              </Stack>
              <div>
                <Text size="xs" fw={500} mb={4}>
                  {TEXTS.confidence}:{" "}
                  {filter.minConfidence === 0 ? TEXTS.anyConfidence : filter.minConfidence}
                </Text>
                <Slider
                  size="sm"
                  min={0}
                  max={1}
                  step={0.05}
                  label={null}
                  thumbLabel={TEXTS.confidence}
                  defaultValue={filter.minConfidence}
                  key={filter.minConfidence}
                  onChangeEnd={(value) => setFilter({ minConfidence: Math.round(value * 100) / 100 })}
                />
              </div>
            </Stack>
          </Accordion.Panel>
        </Accordion.Item>
        <Accordion.Item value="more">
          <Accordion.Control>{heading(TEXTS.moreAttributes, more)}</Accordion.Control>
          <Accordion.Panel>
            {open.includes("more") && (
              <Suspense fallback={null}>
                <Attributes />
              </Suspense>
            )}
          </Accordion.Panel>
        </Accordion.Item>
        <Accordion.Item value="grouping">
          <Accordion.Control>{TEXTS.grouping}</Accordion.Control>
          <Accordion.Panel>
            <Stack gap="xs">
              <NativeSelect
                size="xs"
                label={TEXTS.rollup}
                value={view.rollup}
                onChange={(event) => setView({ rollup: event.currentTarget.value as Rollup })}
                data={ROLLUP_OPTIONS.map(([value, label]) => ({ value, label }))}
              />
              <NativeSelect
                size="xs"
                label={TEXTS.projection}
                value={view.projection}
                onChange={(event) => setView({ projection: event.currentTarget.value as Projection })}
                data={PROJECTION_OPTIONS.map(([value, label]) => ({ value, label }))}
              />
              <Checkbox
                size="xs"
                label={TEXTS.structure}
                checked={view.structure}
                onChange={() => setView({ structure: !view.structure })}
              />
              <Checkbox
                size="xs"
                label={TEXTS.actorsAll}
                checked={filter.actors === "all"}
                onChange={() => setFilter({ actors: filter.actors === "all" ? "stakeholders" : "all" })}
              />
              <Checkbox
                size="xs"
                label={TEXTS.repeats}
                checked={filter.repeats === "show"}
                onChange={() => setFilter({ repeats: filter.repeats === "show" ? "hide" : "show" })}
              />
              <Checkbox
                size="xs"
                label={TEXTS.offTopic}
                checked={filter.offTopic === "show"}
                onChange={() => setFilter({ offTopic: filter.offTopic === "show" ? "hide" : "show" })}
              />
            </Stack>
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </section>
  );
}
