/** Recipes as graphs: which stage makes what, and what may stand where. No I/O. */
package io.plumbline.trainer.recipe.graph;
