import { AIMS } from '../../../../worker/domain/path/aim.ts'
import { SelectField } from '../../../parts/fields.tsx'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import type { PairingData } from './pairing-data.ts'

/** What the two work towards, and what comes next on the way. */
export function PairingPath({
  data: { frame, form, id, aim, status, next },
}: {
  readonly data: PairingData
}) {
  const words = wordsFor(frame).path
  const choices = AIMS.map((value) => ({ value, label: words.aims[value] }))
  return (
    <section id="path" class="stack">
      <h2>{words.title}</h2>
      {status === 'ended' ? null : <Next frame={frame} next={next} />}
      {status === 'ended' ? (
        <p class="soft">
          {words.aim}: {aim ? words.aims[aim] : words.noAim}
        </p>
      ) : (
        <form method="post" action={paths.pairing(id)} class="stack">
          <SelectField
            form={form}
            name="aim"
            label={words.aim}
            hint={words.aimHint}
            value={aim ?? ''}
            choices={[{ value: '', label: words.noAim }, ...choices]}
          />
          <p>
            <button class="quiet" type="submit">
              {words.save}
            </button>
          </p>
        </form>
      )}
    </section>
  )
}

type NextProps = Pick<PairingData, 'frame' | 'next'>

function Next({ frame, next }: NextProps) {
  const words = wordsFor(frame).path
  if (next.length === 0) return <p class="soft">{words.nothingNext}</p>
  return (
    <ol class="rows">
      {next.map(({ id, name, reasons }) => (
        <li class="row">
          <p class="row-what">
            <a class="name" href={paths.format(id)}>
              {name}
            </a>
          </p>
          <p class="row-words soft">{reasons.join(' ')}</p>
        </li>
      ))}
    </ol>
  )
}
