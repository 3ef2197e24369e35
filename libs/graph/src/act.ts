import type { Act } from '@qaf/identity';

const acts = new Map<object, Map<string, Act>>();

/** Says which act of the permission table a root query or mutation is. A root field without one does not build. */
export function Does(act: Act): MethodDecorator {
  return (target, method) => {
    const methods = acts.get(target) ?? new Map<string, Act>();
    methods.set(String(method), act);
    acts.set(target, methods);
  };
}

/** The act that a resolver's method declares, if it does. */
export function actOf(resolver: object, method: string): Act | undefined {
  return acts.get(resolver)?.get(method);
}
