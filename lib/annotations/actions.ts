"use server";
import { action } from "../platform/action";
import { createAnnotation, editAnnotation, removeAnnotation, restoreAnnotation } from "./commands";
import { annotationIdSchema, createAnnotationSchema, editAnnotationSchema } from "./schema";

/** The reading page shows what was done before it is stored: making all of it anew for one annotation would only be slow. */
const onPage = { keepsPage: true };

export const createAnnotationAction = action(createAnnotationSchema, (viewer, input) => createAnnotation(viewer, input), onPage);
export const editAnnotationAction = action(editAnnotationSchema, (viewer, input) => editAnnotation(viewer, input), onPage);
export const removeAnnotationAction = action(annotationIdSchema, (viewer, input) => removeAnnotation(viewer, input.annotationId), onPage);
export const restoreAnnotationAction = action(annotationIdSchema, (viewer, input) => restoreAnnotation(viewer, input.annotationId), onPage);
