import { routes } from '../worker/http/routes.ts'

if (process.argv.includes('--json')) console.log(JSON.stringify(routes, null, 2))
else for (const { method, path, actors } of routes) console.log(row(method, path, actors))

function row(method: string, path: string, actors: readonly string[]): string {
  return `${method.padEnd(7)} ${path.padEnd(44)} ${actors.join(', ')}`
}
