"use server";
import { action } from "../platform/action";
import { createAnnotation, editAnnotation, removeAnnotation, restoreAnnotation } from "./commands";
import { annotationIdSchema, createAnnotationSchema, editAnnotationSchema } from "./schema";

export const createAnnotationAction = action(createAnnotationSchema, (viewer, input) => createAnnotation(viewer, input));
export const editAnnotationAction = action(editAnnotationSchema, (viewer, input) => editAnnotation(viewer, input));
export const removeAnnotationAction = action(annotationIdSchema, (viewer, input) => removeAnnotation(viewer, input.annotationId));
export const restoreAnnotationAction = action(annotationIdSchema, (viewer, input) => restoreAnnotation(viewer, input.annotationId));
