/** The texts of a source file of words: quoted ones, and those of templates between their `${…}`. */
export function textsIn(source: string): readonly string[] {
  const texts: string[] = []
  /** For each open template the braces that are open in its `${…}`. */
  const braces: number[] = []
  let at = 0
  while (at < source.length) {
    const rest = source.slice(at)
    const skipped = /^(?:\/\/[^\n]*|\/\*[\s\S]*?\*\/)/.exec(rest)?.[0]
    const quoted = /^(?:'((?:\\.|[^'\\\n])*)'|"((?:\\.|[^"\\\n])*)")/.exec(rest)
    const closesExpression = rest.startsWith('}') && braces.at(-1) === 0
    if (skipped) at += skipped.length
    else if (quoted) {
      texts.push(quoted[1] ?? quoted[2] ?? '')
      at += quoted[0].length
    } else if (rest.startsWith('`') || closesExpression) {
      if (closesExpression) braces.pop()
      const [text = ''] = /^(?:\\[\s\S]|\$(?!\{)|[^`\\$])*/.exec(rest.slice(1)) ?? []
      texts.push(text)
      const opensExpression = rest.slice(1 + text.length).startsWith('${')
      if (opensExpression) braces.push(0)
      at += 1 + text.length + (opensExpression ? 2 : 1)
    } else {
      if (rest.startsWith('{')) deeper(braces, 1)
      if (rest.startsWith('}')) deeper(braces, -1)
      at += 1
    }
  }
  return texts
}

function deeper(braces: number[], by: 1 | -1): void {
  const open = braces.pop()
  if (open !== undefined) braces.push(open + by)
}
