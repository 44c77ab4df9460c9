import type { AnyStateMachine, AnyStateNode } from 'xstate';

/**
 * A machine drawn as a Mermaid state diagram, from the machine itself, so that the picture cannot say anything else.
 * Transitions that stay where they are (an answer kept) are left out: the drawing is of the road.
 */
export function drawMachine(machine: AnyStateMachine): string {
  return ['stateDiagram-v2', ...drawState(machine.root, '  ')].join('\n');
}

function drawState(node: AnyStateNode, indent: string): string[] {
  const children = Object.values(node.states) as AnyStateNode[];
  const lines: string[] = [];
  const initial = node.initial?.target[0];
  if (initial) lines.push(`${indent}[*] --> ${initial.key}`);
  for (const child of children) {
    if (Object.keys(child.states).length > 0) {
      lines.push(`${indent}state ${child.key} {`, ...drawState(child, `${indent}  `), `${indent}}`);
    }
  }
  for (const child of children) lines.push(...roads(child).map((road) => `${indent}${road}`));
  return lines;
}

function roads(node: AnyStateNode): string[] {
  const events = [...node.transitions.values()].flat();
  const always = (node.always ?? []).map((one) => ({ ...one, eventType: '' }));
  const drawn = [...events, ...always].flatMap(({ target, eventType, guard }) => {
    const to = (target as AnyStateNode[] | undefined)?.[0];
    if (!to || to === node) return [];
    const when = typeof guard === 'string' ? `[${guard}]` : '';
    const label = [eventType, when].filter(Boolean).join(' ');
    return [`${node.key} --> ${to.key}${label ? `: ${label}` : ''}`];
  });
  return [...new Set(drawn)];
}
