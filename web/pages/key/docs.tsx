import { Frame } from '../../parts/frame.tsx'
import type { PageFrame } from '../../parts/page-frame.ts'
import { wordsFor } from '../../words/pages/words.ts'
import { paths } from '../paths.ts'

type Field = { readonly path: string; readonly type: string; readonly isRequired: boolean }

export type ApiOperation = {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly summary: string
  /** Who may ask it. */
  readonly opensTo: 'key' | 'sign-in' | 'anyone'
  readonly parameters: readonly Field[]
  readonly body: readonly Field[]
  readonly answer: readonly Field[]
  readonly refusals: readonly { readonly status: string; readonly sentence: string }[]
  readonly curl: string
}

export type ApiDocsData = {
  readonly frame: PageFrame
  readonly chapters: readonly {
    readonly name: string
    readonly description: string
    readonly operations: readonly ApiOperation[]
  }[]
}

/** What can be asked of the API, from its own description, whose sentences are in English. */
export function ApiDocsPage({ frame, chapters }: ApiDocsData) {
  const words = wordsFor(frame).keys.docs
  return (
    <Frame frame={frame} title={words.title}>
      <header class="heading">
        <h1>{words.title}</h1>
      </header>
      <p class="soft">{words.about}</p>
      <p>
        <a href={paths.keys}>{wordsFor(frame).keys.title}</a> · <a href={paths.openApi}>{words.asFile}</a>
      </p>
      <nav aria-label={words.chapters}>
        <ul class="rows" lang="en">
          {chapters.map(({ name, description }) => (
            <li class="row">
              <p class="row-what">
                <a href={`#${name}`}>{name}</a>
              </p>
              <p class="row-words soft">{description}</p>
            </li>
          ))}
        </ul>
      </nav>
      {chapters.map(({ name, operations }) => (
        <section class="stack described" id={name}>
          <h2 lang="en">{name}</h2>
          {operations.map((operation) => (
            <Operation frame={frame} operation={operation} />
          ))}
        </section>
      ))}
    </Frame>
  )
}

function Operation({ frame, operation }: { readonly frame: PageFrame; readonly operation: ApiOperation }) {
  const words = wordsFor(frame).keys.docs
  const { id, method, path, summary, opensTo, parameters, body, answer, refusals, curl } = operation
  return (
    <details class="disclosure" id={id}>
      <summary>
        <span lang="en">
          <code>
            {method} {path}
          </code>
          <span class="soft">{withCodes(summary)}</span>
        </span>
      </summary>
      <div class="stack">
        <p>
          {words.opensTo[opensTo]} <span class="soft">{words.named}</span> <code>{id}</code>
        </p>
        <Fields frame={frame} title={words.parameters} fields={parameters} />
        <Fields frame={frame} title={words.body} fields={body} />
        <Fields frame={frame} title={words.answer} fields={answer} />
        <h3>{words.refusals}</h3>
        <ul>
          {refusals.map(({ status, sentence }) => (
            <li>
              <code>{status}</code> <span lang="en">{withCodes(sentence)}</span>
            </li>
          ))}
        </ul>
        <h3>{words.example}</h3>
        <pre tabindex={0}>
          <code>{curl}</code>
        </pre>
      </div>
    </details>
  )
}

/** What stands between backticks is code. */
function withCodes(sentence: string) {
  return sentence.split('`').map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part))
}

type FieldsProps = { readonly frame: PageFrame; readonly title: string; readonly fields: readonly Field[] }

function Fields({ frame, title, fields }: FieldsProps) {
  if (fields.length === 0) return null
  const words = wordsFor(frame).keys.docs
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {fields.map(({ path, type, isRequired }) => (
          <li>
            <code>{path}</code> <span class="soft">{isRequired ? type : `${type}, ${words.optional}`}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
