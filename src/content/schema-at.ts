// What a schema says about a path: the schemas of the value there, and the keys of a map.
import * as z from "zod";
import type { KeyPath } from "./yaml/locate.ts";

/** Several if the path leads through a union; none if the path is unknown. */
export function schemasAt(schema: unknown, path: KeyPath): z.ZodType[] {
  const [key, ...deeper] = path;
  if (key === undefined) return schema instanceof z.ZodType ? [schema] : [];
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional)
    return schemasAt(schema.unwrap(), path);
  if (schema instanceof z.ZodPipe) return schemasAt(schema.out, path);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => schemasAt(option, path));
  if (schema instanceof z.ZodObject) {
    const shape: Readonly<Record<string, unknown>> = schema.shape;
    const name = String(key);
    return schemasAt(Object.hasOwn(shape, name) ? shape[name] : schema.def.catchall, deeper);
  }
  if (schema instanceof z.ZodRecord) return schemasAt(schema.valueType, deeper);
  return schema instanceof z.ZodArray ? schemasAt(schema.element, deeper) : [];
}

/** The keys that a schema defines for the map at a path. */
export function keysAt(schema: unknown, path: KeyPath): string[] {
  return schemasAt(schema, path).flatMap(keysOf);
}

/** The keys of every map in a schema. */
export function allKeys(schema: unknown): string[] {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) return allKeys(schema.unwrap());
  if (schema instanceof z.ZodPipe) return allKeys(schema.out);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(allKeys);
  if (schema instanceof z.ZodArray) return allKeys(schema.element);
  if (schema instanceof z.ZodRecord) return allKeys(schema.valueType);
  if (!(schema instanceof z.ZodObject)) return [];
  const values: unknown[] = Object.values(schema.shape);
  return [...Object.keys(schema.shape), ...[...values, schema.def.catchall].flatMap(allKeys)];
}

function keysOf(schema: unknown): string[] {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) return keysOf(schema.unwrap());
  if (schema instanceof z.ZodPipe) return keysOf(schema.out);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(keysOf);
  if (schema instanceof z.ZodRecord)
    return schema.keyType instanceof z.ZodEnum ? schema.keyType.options.map(String) : [];
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}
