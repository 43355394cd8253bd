import type { ImportId } from '../../../../worker/domain/ids.ts'
import type { Counts } from '../../../../worker/domain/import/counts.ts'
import type { ImportKind } from '../../../../worker/domain/import/file.ts'
import type { JudgedLine } from '../../../../worker/domain/import/judged.ts'
import { Frame } from '../../../parts/frame.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { PageLinks, type Pages } from '../../../parts/pages.tsx'
import { PostButton } from '../../../parts/post.tsx'
import { importErrorSentence, isIndiscreet } from '../../../words/imports.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths, WORDS } from '../../paths.ts'

export type ShownLine = JudgedLine & {
  readonly kind: ImportKind
  /** Where several files were brought in, as its owner calls this one. */
  readonly file: string | null
}

export type ImportData = {
  readonly frame: PageFrame
  readonly id: ImportId
  readonly counts: Counts
  readonly errors: number
  /** How many lines have one. */
  readonly wrongLines: number
  /** Of this page, those with errors first. */
  readonly lines: readonly ShownLine[]
  readonly pages: Pages | null
  /** Names what is shown. */
  readonly seen: string
}

/** What files would do, line by line, before it is done. */
export function ImportPage({ frame, id, counts, errors, wrongLines, lines, pages, seen }: ImportData) {
  const words = wordsFor(frame).imports
  const toDo = counts.made + counts.changed
  const rules = frame.nav?.programme
  return (
    <Frame
      frame={errors > 0 && frame.notice?.tone === 'done' ? { ...frame, notice: null } : frame}
      title={words.previewTitle}
      script="busy"
    >
      <header class="heading">
        <h1>{words.previewTitle}</h1>
        <p>
          <a href={paths.imports}>{words.again}</a>
        </p>
      </header>
      {errors > 0 ? (
        <section class="card">
          <h2>{words.errorsTitle(errors, wrongLines)}</h2>
          <p>{words.errorsAbout}</p>
          {rules && lines.some((line) => line.errors.some(isIndiscreet)) ? (
            <p>
              <a href={`${paths.programme(rules.id)}#${WORDS}`}>{words.rules}</a>
            </p>
          ) : null}
        </section>
      ) : (
        <section class="card">
          <p>
            {toDo > 0 ? `${words.wouldDo} ` : ''}
            {words.summary(counts)}
          </p>
          {toDo > 0 ? (
            <PostButton
              action={paths.importConfirmation(id)}
              hidden={{ seen }}
              label={words.confirm(toDo)}
              busy={words.doing(toDo)}
              tone="primary"
            />
          ) : (
            <p class="soft">{words.nothingNew}</p>
          )}
        </section>
      )}
      <ul class="rows">
        {lines.map((line) => (
          <Line frame={frame} line={line} />
        ))}
      </ul>
      <PageLinks frame={frame} pages={pages} />
    </Frame>
  )
}

function Line({ frame, line }: { readonly frame: PageFrame; readonly line: ShownLine }) {
  const words = wordsFor(frame).imports
  const { kind, errors, changes, verdict, file } = line
  return (
    <li class={verdict === 'unchanged' ? 'row off' : 'row'}>
      <p class="row-what">
        <span class="name">{titleOf(line)}</span> <span class="soft">{subtitleOf(line)}</span>
      </p>
      <p class="row-how">{verdict ? wordsFor(frame).states.import[verdict] : words.notTaken}</p>
      <div class="row-words">
        <span class="soft">
          {file ? `${file}, ` : ''}
          {words.line(line.line)}
        </span>
        {errors.length > 0 ? (
          <ul class="plain">
            {errors.map((error) => (
              <li class="field-error">
                {error.field ? (
                  <>
                    <code>{error.field}</code>:{' '}
                  </>
                ) : null}
                {importErrorSentence(error, frame)}
              </li>
            ))}
          </ul>
        ) : null}
        {changes.length > 0 ? (
          <ul class="plain">
            {changes.map(({ field, before, after }) => (
              <li>
                {kind === 'hours'
                  ? words.ends(before.split('|').join(', '))
                  : words.change(field, before, after)}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </li>
  )
}

function titleOf({ kind, values }: ShownLine): string {
  switch (kind) {
    case 'people':
      return values.name || values.email || '–'
    case 'pairings':
      return values.executive || '–'
    case 'hours':
      return values.email || '–'
  }
}

function subtitleOf({ kind, values }: ShownLine): string {
  const parts = {
    people: [values.email, values.roles, values.zone],
    pairings: [values.mentor, values.kind, values.place],
    hours: [values.day, [values.from, values.to].filter(Boolean).join('–')],
  }[kind]
  return parts.filter(Boolean).join(' · ')
}

export type ImportDoneData = { readonly frame: PageFrame; readonly counts: Counts }

/** An import that is done: how many lines did what, and where to go on. */
export function ImportDonePage({ frame, counts }: ImportDoneData) {
  const words = wordsFor(frame).imports
  return (
    <Frame frame={frame} title={words.doneTitle}>
      <header class="heading">
        <h1>{words.doneTitle}</h1>
        <p>{words.summary(counts)}</p>
      </header>
      <p class="actions">
        <a class="button primary" href={paths.people}>
          {words.people}
        </a>
        <a class="button quiet" href={paths.pairings}>
          {words.pairings}
        </a>
        <a class="button quiet" href={paths.imports}>
          {words.again}
        </a>
      </p>
    </Frame>
  )
}
