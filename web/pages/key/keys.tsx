import type { KeyId, ProgrammeId } from '../../../worker/domain/ids.ts'
import type { Key, KeyAccess } from '../../../worker/domain/key/key.ts'
import { MAX_KEY_NAME_CHARACTERS } from '../../../worker/domain/limits.ts'
import type { Day } from '../../../worker/domain/time/time.ts'
import { ErrorSummary } from '../../parts/error-summary.tsx'
import { CheckField, ChoiceField, Hidden, TextField } from '../../parts/fields.tsx'
import type { FormState } from '../../parts/form.ts'
import { Frame } from '../../parts/frame.tsx'
import type { PageFrame } from '../../parts/page-frame.ts'
import { PostButton } from '../../parts/post.tsx'
import { formatDay } from '../../words/moments.ts'
import { wordsFor } from '../../words/pages/words.ts'
import { paths } from '../paths.ts'

export type KeyLine = Pick<Key, 'id' | 'name' | 'access' | 'madeAt' | 'endedAt' | 'usedOn'> & {
  readonly isOpen: boolean
  readonly lastDay: Day
  /** Names. */
  readonly programmes: readonly string[]
}

export type KeysData = {
  readonly frame: PageFrame
  readonly lines: readonly KeyLine[]
  /** The secret of the key that was just made; `null` after a repeat of the same form. */
  readonly made: { readonly token: string | null } | null
  /** What a new key may do, and where. */
  readonly accesses: readonly KeyAccess[]
  readonly programmes: readonly { readonly id: ProgrammeId; readonly name: string }[]
  readonly newId: KeyId
  readonly usualEnd: Day
  readonly form: FormState
}

/** The keys of a manager or the owner, and a form for another. */
export function KeysPage({ frame, lines, made, ...adding }: KeysData) {
  const words = wordsFor(frame).keys
  return (
    <Frame frame={frame} title={words.title}>
      <header class="heading">
        <h1>{words.title}</h1>
      </header>
      <p class="soft">
        {words.about} <a href={paths.apiDocs}>{words.docs.title}</a>
      </p>
      {made ? <Made frame={frame} token={made.token} /> : null}
      {lines.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul class="rows">
          {lines.map((line) => (
            <Line frame={frame} line={line} />
          ))}
        </ul>
      )}
      <Adding frame={frame} {...adding} />
      {adding.programmes.length > 0 ? (
        <p>
          <a href={paths.webhooks}>{wordsFor(frame).webhooks.title}</a>
        </p>
      ) : null}
    </Frame>
  )
}

function Made({ frame, token }: { readonly frame: PageFrame; readonly token: string | null }) {
  const words = wordsFor(frame).keys
  return (
    <div class={token === null ? 'notice' : 'notice done'} role="status">
      <p>{token === null ? words.shownOnce : words.copy}</p>
      {token === null ? null : (
        <p>
          <code>{token}</code>
        </p>
      )}
    </div>
  )
}

function Line({ frame, line }: { readonly frame: PageFrame; readonly line: KeyLine }) {
  const words = wordsFor(frame).keys
  const { id, name, access, programmes, isOpen, lastDay, madeAt, endedAt, usedOn } = line
  const day = (at: Parameters<typeof formatDay>[0]) => formatDay(at, frame)
  const ending = endedAt === null ? words.over(day(lastDay)) : words.ended(day(endedAt))
  return (
    <li class={isOpen ? 'row' : 'row off'} id={id}>
      <p class="row-what">
        <span class="name">{name}</span>
        <span class="hint"> {[words.accesses[access], ...programmes].join(' · ')}</span>
      </p>
      <p class="row-words soft">
        {words.made(day(madeAt))} {isOpen ? words.until(day(lastDay)) : ending}{' '}
        {usedOn === null ? words.neverUsed : words.used(day(usedOn))}
      </p>
      {isOpen ? (
        <div class="row-do">
          <PostButton action={paths.keyEnd(id)} label={words.end} tone="link" about={name} />
        </div>
      ) : null}
    </li>
  )
}

function Adding({ frame, accesses, programmes, newId, usualEnd, form }: Omit<KeysData, 'lines' | 'made'>) {
  const words = wordsFor(frame).keys
  const [only] = programmes
  return (
    <section class="stack">
      <h2>{words.add}</h2>
      <form method="post" action={paths.keys} class="stack">
        <ErrorSummary title={wordsFor(frame).frame.errors} errors={form.errors} />
        <Hidden values={{ id: newId }} />
        <TextField
          form={form}
          name="name"
          label={words.name}
          hint={words.nameHint}
          attributes={{ required: true, maxlength: MAX_KEY_NAME_CHARACTERS, autocomplete: 'off' }}
        />
        <ChoiceField
          form={form}
          name="access"
          label={words.access}
          value={accesses[0] ?? ''}
          choices={accesses.map((value) => ({ value, label: words.accesses[value] }))}
        />
        {programmes.length > 1 ? (
          <fieldset class="field roles">
            <legend>{words.programmes}</legend>
            {programmes.map(({ id, name }) => (
              <CheckField form={form} name={programmeField(id)} label={name} />
            ))}
          </fieldset>
        ) : only ? (
          <Hidden values={{ [programmeField(only.id)]: 'yes' }} />
        ) : null}
        <TextField
          form={form}
          name="expiresOn"
          label={words.expiresOn}
          type="date"
          value={usualEnd}
          attributes={{ required: true }}
        />
        <p>
          <button type="submit">{words.make}</button>
        </p>
      </form>
    </section>
  )
}

export function programmeField(id: ProgrammeId): string {
  return `programme-${id}`
}
