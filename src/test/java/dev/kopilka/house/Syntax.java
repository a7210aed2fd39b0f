package dev.kopilka.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/**
 * The methods of the source tree as the JDK's own parser sees them; nothing is resolved or
 * compiled.
 */
final class Syntax {
  /** A method or constructor: where it is, how long its body is, how much it is handed. */
  record Method(Path file, String name, int line, int lines, int parameters) {}

  private Syntax() {}

  static List<Method> methods(List<Source> sources) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      var files = manager.getJavaFileObjectsFromPaths(sources.stream().map(Source::file).toList());
      var task =
          (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null, files);
      var found = new ArrayList<Method>();
      for (CompilationUnitTree unit : task.parse()) {
        new Collector(unit, Trees.instance(task).getSourcePositions(), found).scan(unit, null);
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Collector extends TreePathScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<Method> found;

    Collector(CompilationUnitTree unit, SourcePositions positions, List<Method> found) {
      this.unit = unit;
      this.positions = positions;
      this.found = found;
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      var place = method.getBody() == null ? method : method.getBody();
      var first = line(positions.getStartPosition(unit, place));
      var last = line(positions.getEndPosition(unit, place));
      // The header of a record is its constructor's parameter list, and may be as long as the
      // record.
      var ofRecord =
          method.getReturnType() == null
              && getCurrentPath().getParentPath().getLeaf() instanceof ClassTree type
              && type.getKind() == Tree.Kind.RECORD;
      var parameters = ofRecord ? 0 : method.getParameters().size();
      found.add(
          new Method(file(), method.getName().toString(), first, last - first + 1, parameters));
      return super.visitMethod(method, nothing);
    }

    private int line(long position) {
      return (int) unit.getLineMap().getLineNumber(position);
    }

    private Path file() {
      return Path.of("").toAbsolutePath().relativize(Path.of(unit.getSourceFile().toUri()));
    }
  }
}
