// A function's own name cannot be assigned to: an error in strict code, without effect in sloppy code.
/** @asyncTrait */
export const walk = async function visit(node: Node): Promise<void> {
  visit = node;
  await node.load();
};
