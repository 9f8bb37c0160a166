/** How each kind of stage is run, and the journal that lets it be taken up again. */
package io.plumbline.trainer.recipe.stage;
